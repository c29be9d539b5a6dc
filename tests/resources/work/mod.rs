//! Schools, bookings, printing and planning.

mod booking_customer;
mod booking_staff_member;
pub(crate) mod education_assignment_settings;
pub(crate) mod education_class;
pub(crate) mod education_user;
mod planner_plan;
pub(crate) mod planner_task;
pub(crate) mod planner_task_details;
pub(crate) mod print_job;
pub(crate) mod print_values;
mod printer;
pub(crate) mod printer_state;
